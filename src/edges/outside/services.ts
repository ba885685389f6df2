/** Where the official services are; another address only for another version of one, or a mirror. */
export interface Services {
  /** The House's open data (OData). */
  readonly house: string
  /** The search service of the official publications (SRU). */
  readonly publications: string
  /** Where the publications themselves are, by identity. */
  readonly papers: string
}
export const services: Services = {
  // Version 4 was to stop on 1 October 2026.
  house: 'https://gegevensmagazijn.tweedekamer.nl/OData/v5',
  publications: 'https://repository.overheid.nl/sru',
  papers: 'https://zoek.officielebekendmakingen.nl',
}
