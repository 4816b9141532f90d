import { pagesIn, type Organization } from './page'

const page = pagesIn('branch')

/** The life of a branch. */
export const branch = {
  /** Where one belongs, and where one takes part too. */
  belonging: page('belonging'),
  transfers: page<Organization>('transfers'),
  startTransfer: page<{ memberId?: string; name?: string }>('transfer-new'),
  affiliates: page('affiliates'),
  away: page<{ memberId: string }>('away'),
  mobile: page<Organization>('mobile'),
  /** Who leads a branch. */
  committee: page<Organization>('committee'),
  recordCommittee: page<Organization>('committee-record'),
  pastCommittees: page<Organization>('committee-past'),
  circles: page<Organization>('circles'),
  circle: page<{ id: string }>('circle'),
  /** What I can do, and what I am asked for; with `memberId` a member's, for their secretary. */
  talent: page<{ memberId?: string }>('talent'),
  /** Who can do what, and what became of my asking. */
  talents: page<Organization>('talents'),
  /** What there is to choose from. */
  skills: page<Organization>('skills'),
  advisories: page<Organization>('advisories'),
  advisory: page<{ id: string }>('advisory'),
  /** What a branch's year was: strands, themes, pictures. */
  branchYear: page<Organization & { year?: number }>('year'),
  /** 建言献策: a new one, one's own, what the branch adopted; for officers the list and one of it. */
  suggest: page('suggest'),
  mySuggestions: page('suggestions'),
  adopted: page('adopted'),
  suggestions: page<Organization & { state?: string }>('suggestion-desk'),
  suggestion: page<{ id: string }>('suggestion'),
  /** Branches that are applied for. */
  foundings: page<Organization>('foundings'),
  myStudy: page('study'),
  studyTask: page<{ id: string }>('study-task'),
  studyTasks: page('study-tasks'),
  studyProgress: page<{ taskId: string }>('study-progress'),
  /** A member's own part of an 组织生活会 or 民主评议, and the whole of it for secretary and committee. */
  review: page<{ id: string }>('review'),
  reviewDesk: page<{ activityId: string }>('review-desk'),
  /** 三会一课记录本 of a branch. */
  book: page<Organization>('book'),
  /** What a branch owes of organized life in a year. */
  rhythm: page<Organization & { year?: number }>('rhythm'),
  notes: page('notes'),
  courses: page('courses'),
  course: page<{ id: string }>('course'),
  shelf: page('shelf'),
  /** What a visitor brings a member and fetches from them: books, materials, a course. */
  bring: page<{ memberId: string; name?: string }>('bring'),
  /** The numbers of the regulations, as they hold at an organization. */
  regulations: page<Organization>('regulations'),
  /** The caller's own branches, as their liaison. */
  myBranches: page('mine'),
  branchVisit: page<{ branchId: string }>('visit'),
  /** A branch's word on a period, written by its secretary. */
  report: page<{ branchId: string; period?: string }>('report'),
  /** One place of the tree. */
  organization: page<Organization>('organization'),
}
