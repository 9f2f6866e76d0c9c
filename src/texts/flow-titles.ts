/** What a guided flow does, as a phrase. */
export const flowTitles = {
  setUpCustomer: 'Set up a customer',
  setUp: (customer: string) => `Set up ${customer}`,
  takeOverFromPreSales: (project: string) => `Take over ${project} from pre-sales`,
  takeOverFromCsm: (project: string) => `Take over ${project} from another CSM`,
};
