import type { SignHome } from '../announcements'
import { CareLog } from '../special-care/documents'
import { Visits } from './documents'

/** Telephone notes and records of visits speak of an elder's health. */
export const signHomes = (): Promise<SignHome[]> => Promise.resolve([{ rows: CareLog }, { rows: Visits }])
