const MEANING: { readonly [pair: string]: string } = { __: '_', _d: '.', _t: '~' };

/** The code in a `client_reference_id` that `toClientReference` made, on a server too; undefined for any other. */
export const fromClientReference = (reference: string | null | undefined): string | undefined => {
  const [, text] = /^rt-((?:[A-Za-z0-9-]|_[_dt])+)$/.exec(reference || '') || [];
  return text?.replace(/_[_dt]/g, (pair) => MEANING[pair] as string);
};
