/** Who asks: the operator, a site's own server or owner, or one partner. */
export type Principal =
  | { role: 'admin'; site?: undefined; partner?: undefined }
  | { role: 'site'; site: string; partner?: undefined }
  | { role: 'partner'; site: string; partner: string };
