import type { SignHome } from '../announcements'
import { CareLog } from '../special-care/documents'
import { Visits } from './documents'

/** Telephone notes and records of visits may tell of an elder's illness or need. */
export const signHomes = (): Promise<SignHome[]> => Promise.resolve([{ rows: CareLog }, { rows: Visits }])
