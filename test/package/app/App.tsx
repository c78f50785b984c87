import { Reftally, useReferral } from '@reftally/sdk/react';
import { useEffect } from 'react';

interface Props {
  site: string;
  endpoint: string;
}

/** What many routers do: they take the query away, in an effect. */
function Tidy(): null {
  useEffect(() => history.replaceState(null, '', location.pathname), []);
  return null;
}

function Who() {
  const referral = useReferral();
  return <p id="who">{referral ? `sent by ${referral.code}` : 'came alone'}</p>;
}

export function App(options: Props) {
  return (
    <>
      <Tidy />
      <Who />
      <Reftally {...options} />
    </>
  );
}
