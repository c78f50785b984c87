import { warningText } from '../lib/warningText.js';

type Props = { title: string; warnings: readonly string[] | undefined };

/** What is in force and probably not meant; nothing when nothing is. */
export function Warnings({ title, warnings = [] }: Props) {
  if (warnings.length === 0) return null;
  return (
    <div class="notice warn policy-warnings">
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <ul>
          {warnings.map((warning) => {
            const { where, what } = warningText(warning);
            return (
              <li key={warning}>
                {where && <b>{where}: </b>}
                {what}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
