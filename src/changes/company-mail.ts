/** The part of a workspace that tells colleagues. */
export interface Company {
  /** Mail domains of colleagues, in lower case. */
  readonly companyDomains: readonly string[];
}

/** Whether a mail address is a colleague's, by its domain. */
export function isCompanyMail(mail: string | undefined, {companyDomains}: Company): boolean {
  const domain = mail?.split('@').at(-1)?.toLowerCase();
  return domain !== undefined && companyDomains.includes(domain);
}
