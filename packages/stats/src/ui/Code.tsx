import { CopyButton } from './CopyButton.js';

type Props = { text: string; what: string };

/** Lines to be copied as they are. `what` names them: “tag”. */
export function Code({ text, what }: Props) {
  return (
    <div class="code">
      <pre>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
