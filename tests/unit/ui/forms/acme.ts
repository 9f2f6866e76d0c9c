/** Only as much of a customer's project as forms look at. */
export const acme = {
  id: 1,
  name: 'Acme',
  path: 'gitlab-com/account-management/emea/acme/acme',
  webUrl: 'https://gitlab.com/acme',
  group: {path: 'gitlab-com/account-management/emea/acme', name: 'Acme'},
};
