/** The kinds of file that a payout can be had as. */
export type ExportFormat = 'csv' | 'paypal' | 'sepa';
