/** A touch as on the wire: the code, and when it arrived (ms since the epoch). Without one, an empty code. */
export const parseTouch = (touch = ''): [code: string, at: number] => {
  const [code, at] = touch.split('*') as [string, string];
  return [code, parseInt(at, 36)];
};
