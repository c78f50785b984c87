/** A code and where it leads; each code belongs to one partner of its site. */
export type Link = {
  id: string;
  site: string;
  partner: string;
  code: string;
  /** Path on the site to which `/l/CODE` leads when the link names none; the site's landing page when absent. */
  path?: string;
  label?: string;
  createdAt: number;
};
