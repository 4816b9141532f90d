import { callMusters } from './acts'
import { countMusters } from './figures'

export const musterJobs = { callMusters, countMusters }
