/** Whether nobody sees the page: it may be on its way out. */
export const isHidden = (): boolean => document.visibilityState === 'hidden';
