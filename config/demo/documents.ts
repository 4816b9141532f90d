import type { Instant } from '../../core/shared/operation'
import { demoRemedies } from './remedies'
import { demoActivities } from './activities'
import { demoCelebrations } from './birthdays'
import { demoCare } from './care'
import { demoCommittees } from './committees'
import { demoElections } from './elections'
import { demoHonours, demoPledges } from './honours'
import { demoHelp } from './help'
import { demoLiaisons } from './liaisons'
import { demoLetters } from './letters'
import { demoPairings } from './pairings'
import { demoMeans } from './means'
import { demoMusters } from './musters'
import { demoPosts } from './posts'
import { demoRequests } from './requests'
import { demoDistrict } from './district'
import { demoRoster, type DemoKind } from './roster'
import { together, type Seed } from './shape'
import { demoStations } from './stations'
import { demoSurveys } from './surveys'
import { demoTalents } from './talents'
import { demoVisits } from './visits'
import { demoVenues } from './venues'
import { demoVotes } from './votes'

/**
 * The demo branch at an instant: 77 retired and 10 in-service members (S3), their accounts, a Party day that begins in half an hour, a
 * course whose places are nearly gone, and last month's Party day with its sheet; `district` puts a whole district about it.
 */
export const demoDocuments = (kind: DemoKind, now: Instant): Seed => {
  if (kind === 'none') return {}
  const { organizations, members, accounts, committee, street, branch, retired, inService, secretary } = demoRoster(now)
  const [asker, liaison, reader] = [retired[11], inService[1], retired[45]]
  if (!asker || !liaison || !reader) throw new Error('the demo branch has 77 members')
  const pairings = demoPairings(branch, { retired, inService, secretary }, now)
  const by = { openid: 'demo-secretary', memberId: secretary._id, name: secretary.name }
  const neighbour = organizations.find(one => one._id === 'branch-02')
  const neighbours = members.filter(one => one.branchId === 'branch-02')
  const [first, second] = neighbours
  const auditor = retired[39]
  if (!neighbour || !first || !second || !auditor) throw new Error('the demo has a neighbour')
  const treasurer = { openid: 'demo-other-secretary', memberId: first._id, name: first.name }
  const { posts, services } = demoPosts(branch, { retired, inService }, by, now)
  // Six that no other part of the demo has.
  const duty = demoStations(street, retired.slice(69, 75), by, now)
  const requests = demoRequests(branch, asker, liaison, now)
  const own: Seed = {
    organizations,
    members,
    accounts,
    ...demoCelebrations([...retired, ...inService], now),
    ...demoActivities(branch, retired, secretary, now),
    services,
    posts: [...posts, ...duty.posts],
    stations: duty.stations,
    ...demoMusters(branch, [...retired, ...inService], by, now),
    ...demoSurveys(branch, by, now),
    ...pairings,
    ...demoVisits(branch, [...retired, ...inService], pairings.caseloads ?? [], now),
    ...requests,
    teams: [...(requests.teams ?? []), ...duty.teams],
    ...demoTalents(members, street, now),
    ...demoHonours(branch, street, retired, now),
    ...demoPledges(branch, 'partner-health', now),
    ...together(
      demoMeans(branch, { elders: retired.slice(44, 64), auditor }, by, now),
      demoMeans(neighbour, { elders: neighbours, auditor: second }, treasurer, now),
    ),
    ...demoVenues(branch, street, by, now),
    ...demoVotes(branch, [...retired, ...inService], by, now),
    ...demoElections(branch, retired, secretary, now),
    ...demoRemedies({ branch, street, owners: [liaison, reader], by }, now),
    ...demoHelp(branch, { retired, inService }, now),
    ...demoLiaisons({ organizations, members, secretary }, now),
    ...demoCare(branch, retired, inService, now),
  }
  const led = (seed: Seed): Seed => ({ ...seed, ...demoCommittees(seed, branch, now) })
  if (kind === 'branch') return led(own)
  const branches = organizations.filter(one => one.kind === 'branch').length
  const whole = together(own, demoDistrict({ committee, street, branches, members }, now))
  const people = { organizations: whole.organizations ?? [], members: whole.members ?? [] }
  return led({
    ...whole,
    ...demoTalents(people.members, street, now),
    ...demoLiaisons({ ...people, secretary }, now),
    ...demoLetters(people, now),
  })
}
