import type { AnyRefusal } from '../../platform/call'
import type { words, Words, WordsByCode } from '../words'
import type { secretaryLines } from './secretary'
import type { branchLines } from './branch'
import type { serviceLines } from './service'
import type { careLines } from './care'
import type { voiceLines } from './voice'
import type { meansLines } from './means'
import type { assessmentLines } from './assessment'
import type { bureauLines } from './bureau'
import type { organizations } from '../shared/organizations'
import type { rosters } from '../shared/rosters'
import type { committees } from '../shared/committees'
import type { reviews } from '../shared/reviews'
import type { dates } from '../shared/dates'
import type { books } from '../shared/books'
import type { requests } from '../shared/requests'

type Said =
  | keyof typeof words
  | keyof typeof organizations
  | keyof typeof rosters
  | keyof typeof committees
  | keyof typeof reviews
  | keyof typeof dates
  | keyof typeof books
  | keyof typeof requests
  | keyof typeof secretaryLines
  | keyof typeof branchLines
  | keyof typeof serviceLines
  | keyof typeof careLines
  | keyof typeof voiceLines
  | keyof typeof meansLines
  | keyof typeof assessmentLines
  | keyof typeof bureauLines

/**
 * Refusals in words, for the pages of one subpackage: those of `words.ts`, which it finds in the main package, and the few that its own
 * operations may add (`test/weapp/words.test.ts` holds them against the contracts). A code without a line anywhere lets no room compile.
 */
export type RoomWords = WordsByCode & Record<Exclude<AnyRefusal['code'], Said>, Words>
