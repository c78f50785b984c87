/** The account from which a site pays its partners. */
export type Payer = {
  name: string;
  iban: string;
  /** Of its bank. Banks in the SEPA know it by the IBAN. */
  bic?: string;
};
