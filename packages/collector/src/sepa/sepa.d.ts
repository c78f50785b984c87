/** What `writeSepa` uses of the package: its own types are named behind its code in `exports`, where not every tool looks for them. */
declare module 'sepa' {
  export class Document {
    constructor(format: 'pain.001.001.09');
    grpHdr: { id: string; created: Date; initiatorName: string };
    createPaymentInfo(): PaymentInfo;
    addPaymentInfo(info: PaymentInfo): void;
    /** The XML. Throws an error that names the field for what cannot be said in it. */
    toString(): string;
  }
  type PaymentInfo = {
    requestedExecutionDate: Date;
    batchBooking: boolean;
    debtorName: string;
    debtorIBAN: string;
    debtorBIC: string;
    createTransaction(): Transaction;
    addTransaction(transaction: Transaction): void;
  };
  type Transaction = {
    end2endId: string;
    creditorName: string;
    creditorIBAN: string;
    /** Euros, with at most 2 decimals. */
    amount: number;
    remittanceInfo: string;
  };
}
