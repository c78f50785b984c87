import { type OpenLogFile, openLogFile } from '@reftally/store';

/** A disk under the log that can be full or failing, for as long as a test wants it to be. */
export class FaultyDisk {
  /** How many bytes there is room for; a write that does not fit leaves behind what does. */
  room = Number.POSITIVE_INFINITY;
  isSyncFailing = false;
  opened = 0;

  readonly openLogFile: OpenLogFile = async (path) => {
    this.opened++;
    const file = await openLogFile(path);
    return {
      write: async (data) => {
        const fitting = data.subarray(0, this.room);
        await file.write(fitting);
        this.room -= fitting.length;
        if (fitting.length < data.length) throw new Error('ENOSPC: no space left on device, write');
      },
      sync: async () => {
        if (this.isSyncFailing) throw new Error('EIO: i/o error, fdatasync');
        await file.sync();
      },
      close: () => file.close(),
    };
  };
}
