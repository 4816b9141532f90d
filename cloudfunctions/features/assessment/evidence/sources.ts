import type { Source } from './source'
import { attendance } from './sources/attendance'
import { benefits, pairings, specialCare } from './sources/care'
import { dues, funds } from './sources/means'
import { brands, homes, remedies } from './sources/own'
import { committee, coverage, members, reports, transfers } from './sources/people'
import { promises } from './sources/promises'
import { rhythm } from './sources/rhythm'
import { consulting, partners, posts, talent, venues } from './sources/service'
import { study } from './sources/study'
import { themes } from './sources/themes'
import { visits } from './sources/visits'
import { suggestions, surveys } from './sources/voice'

/** Everything that rules can be judged by; a capability adds a file and a line. */
export const sources: readonly Source[] = [
  rhythm,
  attendance,
  study,
  themes,
  committee,
  coverage,
  transfers,
  reports,
  members,
  pairings,
  visits,
  specialCare,
  benefits,
  promises,
  posts,
  talent,
  partners,
  consulting,
  venues,
  suggestions,
  surveys,
  dues,
  funds,
  brands,
  homes,
  remedies,
]

export const sourceNamed = (name: string): Source | undefined => sources.find(one => one.name === name)
