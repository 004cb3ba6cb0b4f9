import { paths } from '../paths.ts'

/** The dates that were read in the signed text. */
export const datesPath = (bloc: string, year: string) => `${paths.agreement(bloc, year)}/moc-thoi-gian`
