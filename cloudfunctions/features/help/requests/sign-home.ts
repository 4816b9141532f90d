import type { SignHome } from '../../care/public'
import { Requests } from '../documents'

/** Requests are rows whose words may tell of illness or need. */
export const signHome = (): Promise<SignHome[]> => Promise.resolve([{ rows: Requests, requests: true }])
