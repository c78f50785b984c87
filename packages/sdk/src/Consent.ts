/** `pending` keeps everything in memory and sends nothing; `denied` forgets and stays silent. */
export type Consent = 'granted' | 'pending' | 'denied';
