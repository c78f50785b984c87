import { useId, useState } from 'preact/hooks';

type Props = {
  label: string;
  hint: string;
  optional?: boolean;
  file: File | undefined;
  onFile: (file: File) => void;
};

/** A file to choose, or to drop on it. */
export function FilePicker({ label, hint, optional, file, onFile }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const [first] = list ?? [];
    if (first) onFile(first);
  };
  return (
    <label
      class={over ? 'file-picker over' : 'file-picker'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <span class="label">
        {label} {optional && <span class="optional">(optional)</span>}
      </span>
      <span class="file-name">{file ? file.name : 'Drop a file here, or choose one'}</span>
      <span id={id} class="hint">
        {hint}
      </span>
      <input
        type="file"
        accept=".json,application/json"
        aria-label={label}
        aria-describedby={id}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </label>
  );
}
