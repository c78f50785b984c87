import { useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import type { Site } from '../api/Site.js';
import { useLoad } from '../hooks/useLoad.js';
import { announce } from '../ui/announce.js';
import { Check } from '../ui/Check.js';
import { Code } from '../ui/Code.js';
import { LoadError } from '../ui/LoadError.js';
import { Waiting } from '../ui/Waiting.js';

type Props = { api: Api; site: Site };

/** The tag as the shop wants it, and what the Content-Security-Policy of its pages has to allow. */
export function TagStep({ api, site }: Props) {
  const [sri, setSri] = useState(false);
  const [stub, setStub] = useState(false);
  const { data, error, reload } = useLoad(`${site.id} ${sri} ${stub}`, (signal) =>
    api.snippet(site.id, { sri, stub }, signal),
  );
  const choose = (set: (on: boolean) => void) => (on: boolean) => {
    set(on);
    announce('The tag below has changed.');
  };
  return (
    <>
      <div class="checks">
        <Check
          label="Pin this version"
          hint={`Browsers check the script by its hash${data ? ` and stay at ${data.version}` : ''}: put in the new tag after an upgrade.`}
          checked={sri}
          onChange={choose(setSri)}
        />
        <Check
          label="Keep early calls"
          hint="A short inline script takes calls made before the script has loaded."
          checked={stub}
          onChange={choose(setStub)}
        />
      </div>
      {error && <LoadError error={error} retry={reload} />}
      {!data && !error && <Waiting what="the tag" lines={2} />}
      {data && (
        <>
          <Code text={data.html} what="tag" />
          <h4>If your pages have a Content-Security-Policy</h4>
          <p>Add these sources to the directives that it has:</p>
          <Code text={data.csp.join('\n')} what="policy" />
        </>
      )}
    </>
  );
}
