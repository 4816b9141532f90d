import type { committees as contract } from '../../../../core/people/committees/contract'
import { stepsOf, type Election, type Ticked } from '../../../../core/people/committees/steps'
import { dateOf } from '../../../../core/shared/calendar'
import { claimFiles, endFiles } from '../../../kernel/files'
import type { Handlers } from '../use-case'
import { openBranch } from './branch'
import { PastCommittees, type BranchCommittee } from './documents'
import { factsOf } from './facts'
import { changing, write } from './write'

/** The steps that are shown and ticked: of the election under way, else of the one that the committee recorded last came from. */
export const electionOf = ({ election, pending, term }: BranchCommittee): Election | undefined =>
  election ?? pending?.election ?? term?.election

const setting = ({ election, pending, term }: BranchCommittee, next: Election) =>
  election
    ? { election: next }
    : pending?.election
      ? { pending: { ...pending, election: next } }
      : term
        ? { term: { ...term, election: next } }
        : {}

/** The files of all steps of an election, and of all elections of a branch that are still before it. */
const filesOf = ({ done }: Election) => done.flatMap(one => one.photoFileIds ?? [])
const allFiles = ({ election, pending, term }: BranchCommittee) =>
  [election, pending?.election, term?.election].flatMap(one => (one ? filesOf(one) : []))

export const steps: Handlers<Pick<typeof contract, 'committee.begin' | 'committee.tick'>> = {
  async 'committee.begin'({ kind }, context) {
    const { store, now, fail } = context
    const branch = openBranch(context)
    const { rules } = await factsOf(store, branch, dateOf(now))
    if (!rules.elects) return fail('COMMITTEE_APPOINTED')
    return changing(context, async row => {
      // Begun already, and nothing done yet.
      if (row.election?.kind === kind && row.election.done.length === 0) return {}
      return (await write(context, row, { set: { election: { kind, begunOn: dateOf(now), done: [] } } })) ? {} : undefined
    })
  },
  async 'committee.tick'({ step, done, on, documentNo, photoFileIds }, context) {
    const { now, checkText, fail } = context
    const branch = openBranch(context)
    const today = dateOf(now)
    if (on !== undefined && on > today) return fail('INVALID_INPUT', { paths: ['on'], message: '日子还没有到' })
    await checkText(documentNo)
    const claim = { purpose: 'committee', about: branch._id } as const
    await claimFiles(context, photoFileIds ?? [], claim)
    const kept = await changing(context, async row => {
      const election = electionOf(row)
      if (!election || !stepsOf(election.kind).includes(step)) return fail('NOT_FOUND')
      const others = election.done.filter(one => one.step !== step)
      const ticked: Ticked = {
        ...{ step, on: on ?? today },
        ...(documentNo ? { documentNo } : {}),
        ...(photoFileIds && photoFileIds.length > 0 ? { photoFileIds } : {}),
      }
      const next = { ...election, done: done ? [...others, ticked] : others }
      return (await write(context, row, { set: setting(row, next) }))
        ? { before: filesOf(election), after: allFiles({ ...row, ...setting(row, next) }) }
        : undefined
    })
    const gone = kept.before.filter(one => !kept.after.includes(one))
    if (gone.length > 0) {
      const past = await context.store.table(PastCommittees).findAll({ branchId: branch._id })
      await endFiles(context, claim, [...kept.after, ...past.flatMap(one => (one.election ? filesOf(one.election) : []))])
    }
    return {}
  },
}
