import type { SignHome } from '../../care/public'
import { Requests } from '../documents'

/** What is asked for speaks of an elder's health. */
export const signHome = (): Promise<SignHome[]> => Promise.resolve([{ rows: Requests, requests: true }])
