import type { Subtle } from '@reftally/core';
import { useState } from 'preact/hooks';
import { Shell } from '../ui/Shell.js';
import { checkFiles, type StatementFiles } from './checkFiles.js';
import { FilePicker } from './FilePicker.js';
import type { Finding } from './Finding.js';
import { FindingView } from './FindingView.js';
import type { Verifier } from './Verifier.js';

type Props = { verifier: Verifier; subtle: Subtle | undefined };
type Files = Partial<StatementFiles>;

/** The page on which anybody can check a statement, without an account and without anything being sent. */
export function VerifyPage({ verifier, subtle }: Props) {
  const [files, setFiles] = useState<Files>({});
  const [finding, setFinding] = useState<Finding>();
  const choose = (change: Files) => {
    const next = { ...files, ...change };
    setFiles(next);
    const { statement, earlier } = next;
    if (!statement) return;
    const failed = (error: Error) =>
      setFinding({ name: 'wrong', problem: `The file cannot be read: ${error.message}` });
    checkFiles({ statement, earlier }, verifier, subtle).then(setFinding, failed);
  };
  return (
    <Shell>
      <div class="intro">
        <h1>Check a statement</h1>
        <p>
          A statement is a partner’s whole account, each line tied to the one before it, and signed by the
          shop. It is checked here, in your browser: nothing is sent anywhere, and this works offline.
        </p>
      </div>
      <section class="card" aria-labelledby="files">
        <div class="card-head">
          <h2 id="files">Your files</h2>
          <p class="hint">“Download statement” on your stats page makes one.</p>
        </div>
        <div class="file-pickers">
          <FilePicker
            label="Statement"
            hint="The file to check."
            file={files.statement as File | undefined}
            onFile={(statement) => choose({ statement })}
          />
          <FilePicker
            label="Earlier statement"
            optional
            hint="One you kept: every line in it must still be there."
            file={files.earlier as File | undefined}
            onFile={(earlier) => choose({ earlier })}
          />
        </div>
      </section>
      <div role="status" class="stack">
        {finding && <FindingView finding={finding} />}
      </div>
    </Shell>
  );
}
