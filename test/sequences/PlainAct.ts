/** What needs no more words. `later`: an hour passes. `settle`: the visitor waits until everything is sent, or until it takes too long. */
export type PlainAct =
  | 'reload'
  | 'back'
  | 'forward'
  | 'close'
  | 'reopen'
  | 'flush'
  | 'hide'
  | 'show'
  | 'offline'
  | 'online'
  | 'later'
  | 'settle'
  | 'wait';
