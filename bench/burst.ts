import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { blind, CHANCE, finalize } from '../src/features/voice/ballots/blind'
import { spentBy } from './children'
import { MORNING, startBench, type BenchCloud, type Documented } from './cloud'
import { functionEnv } from './function-env'
import { calling, streetOf } from './musters'
import { crowd, signedIn, signingIn } from './sign-ins'
import type { Row } from './table'
import { tapAll, type Tapped } from './taps'
import { codeNow, PARTY_DAY, publishPost, SECRETARY } from './trips'

export interface BurstSizes {
  signIns: number
  claims: number
  places: number
  reads: number
  muster: number
  ballots: number
}

/** Phones that wait for an answer at any moment. */
const AT_ONCE = 64
const [MINUTE, HOUR] = [60_000, 3_600_000]
/** What a declared refusal may be in a burst: the line of a post is as long as it may be. */
const TOLD = ['POST_FULL']
const Counted = z.object({ data: z.object({ total: z.int() }) })
const State = z.object({ state: z.string() })
const Ticket = z.object({ signature: z.string() })

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

const countOf = async (cloud: BenchCloud, collectionName: string, query: object): Promise<number> => {
  const answer = await cloud.admin('calculateDocument', collectionName, { query: JSON.stringify(query), queryType: 'WHERE' })
  return Counted.parse(answer).data.total
}

const documents = ({ signIns, claims, reads, muster, ballots }: BurstSizes): Documented => {
  const [here, street] = [crowd(Math.max(signIns, claims, reads, ballots)), streetOf(muster)]
  return {
    organizations: street.organizations ?? [],
    members: [...here.members, ...(street.members ?? [])],
    accounts: [...here.accounts, ...(street.accounts ?? [])],
  }
}

/** Crowds that tap at once: nothing is lost or doubled, everybody is told what a phone can go on from; how long they wait beside a call in quiet. */
export const burst = async (sizes: BurstSizes): Promise<Row[]> => {
  const cloud = await startBench(documents(sizes))
  const of = (count: number, tap: (n: number) => Omit<Tapped, 'openid'>): Tapped[] =>
    numbers(count).map(n => ({ openid: `crowd-${String(n)}`, ...tap(n) }))
  const quiet = async () =>
    (
      await tapAll(
        cloud.url,
        of(100, () => ({ op: 'me.get', input: {} })),
        1,
      )
    ).ms[0] ?? Number.NaN
  await quiet()
  const idle = await quiet()
  const rows: Row[] = []
  const all = async (what: string, taps: readonly Tapped[]) => {
    const { answers, ms, rate, refused } = await tapAll(cloud.url, taps, AT_ONCE)
    const unhealed = Object.entries(refused).filter(([code]) => !TOLD.includes(code))
    rows.push({
      ...{ what: `${what}: told what the phone does not heal`, figure: unhealed.reduce((sum, [, times]) => sum + times, 0) },
      ...{ budget: { most: 0 }, digits: 0, note: unhealed.map(([code, times]) => `${code} ${String(times)}`).join(', ') },
    })
    const [half, most, longest = Number.NaN] = ms.map(one => one / idle)
    rows.push({
      ...{ what: `${what}: p99 ÷ a call in quiet`, figure: longest, digits: 1 },
      note: `p50 ${half?.toFixed(1) ?? ''}, p95 ${most?.toFixed(1) ?? ''}; ${rate.toFixed(0)} calls a second`,
    })
    return answers
  }
  const exactly = (what: string, found: number, wanted: number) => {
    rows.push({ what: `${what}: lost`, figure: Math.max(0, wanted - found), budget: { most: 0 }, digits: 0 })
    rows.push({ what: `${what}: beyond`, figure: Math.max(0, found - wanted), budget: { most: 0 }, digits: 0 })
  }

  const code = await codeNow(cloud)
  const before = await signedIn(cloud)
  const signing = signingIn(0, sizes.signIns, code)
  const signs = `burst: ${String(sizes.signIns)} sign-ins + ${String(signing.length - sizes.signIns)} resends`
  await all(signs, signing)
  exactly(signs, (await signedIn(cloud)) - before, sizes.signIns)

  const post = await publishPost(cloud, sizes.places)
  const claims = `burst: ${String(sizes.claims)} claims on ${String(sizes.places)} places`
  const claimed = await all(
    claims,
    of(sizes.claims, () => ({ op: 'post.claim', input: post })),
  )
  exactly(`${claims}, told that they have one`, claimed.filter(one => State.safeParse(one).data?.state === 'held').length, sizes.places)
  const { shifts } = await cloud.tap(SECRETARY, 'post.holders', { postId: post.postId })
  exactly(`${claims}, on the list`, shifts[0]?.holders.filter(one => one.state === 'held').length ?? 0, sizes.places)
  const spread = { BENCH_COUNT: String(sizes.claims), BENCH_AT_ONCE: String(AT_ONCE), BENCH_PLACES: String(sizes.places) }
  const { good } = await spentBy('checks', { ...process.env, ...functionEnv(cloud.url, 'bench'), ...spread })
  rows.push({ what: `${claims}, beyond where one counts first and adds then (stock SDK)`, figure: good - sizes.places, digits: 0 })

  const reads = `burst: ${String(sizes.reads)} reads of one notice`
  const [receipts, notice] = [{ activityId: PARTY_DAY }, { activityId: PARTY_DAY }]
  const read = await countOf(cloud, 'receipts', receipts)
  await all(
    reads,
    of(sizes.reads, () => ({ op: 'activity.read', input: notice })),
  )
  exactly(reads, (await countOf(cloud, 'receipts', receipts)) - read, sizes.reads)

  const { musterId } = await cloud.tap('demo-bureau', 'muster.call', calling(MORNING + 6 * HOUR, 500))
  await cloud.advance(2 * MINUTE)
  const muster = `burst: ${String(sizes.muster)} answers to a muster`
  await all(
    muster,
    numbers(sizes.muster).map(n => ({ openid: `phone-${String(n)}`, op: 'muster.answer', input: { musterId, answer: 'coming' } })),
  )
  exactly(muster, await countOf(cloud, 'muster-calls', { musterId, answer: 'coming' }), sizes.muster)

  const questions = [{ text: '您满意吗？', kind: 'grade' as const }]
  const asked = { orgId: 'branch-01', title: '测评', questions, closesAt: MORNING + 24 * HOUR }
  const { surveyId } = await cloud.tap(SECRETARY, 'survey.publish', asked)
  const { publicKey } = await cloud.tap(SECRETARY, 'survey.get', { surveyId })
  const blinded = numbers(sizes.ballots).map(() => blind(publicKey, randomBytes(CHANCE)))
  const ballots = `burst: ${String(sizes.ballots)} ballots`
  const tickets = await all(
    `${ballots}, tickets`,
    of(sizes.ballots, n => ({ op: 'survey.ticket', input: { surveyId, blinded: blinded[n]?.blinded } })),
  )
  const dropped = of(sizes.ballots, n => {
    const [own, ticket] = [blinded[n], Ticket.safeParse(tickets[n]).data]
    const signature = own && ticket ? finalize(own, ticket.signature) : ''
    return { op: 'survey.drop', input: { surveyId, serial: own?.serial, signature, answer: [(n % 5) + 1] } }
  })
  await all(ballots, dropped)
  exactly(ballots, await countOf(cloud, 'ballots', { boxId: surveyId }), sizes.ballots)
  await cloud.close()
  return rows
}
