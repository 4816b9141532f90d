import { pagesIn, type Organization } from './page'

const page = pagesIn('secretary')

/** A secretary's own tools. */
export const secretary = {
  desk: page('desk'),
  branchActivities: page<Organization>('activities'),
  manage: page<{ activityId: string; done?: 'published' }>('manage'),
  /** A new activity, filled in where its kind is named; or a change of one. */
  publish: page<{ activityId?: string; kind?: string; period?: string }>('publish'),
  receipts: page<{ activityId: string }>('receipts'),
  door: page<{ activityId: string }>('door'),
  tablet: page<{ activityId: string }>('tablet'),
  sheet: page<{ activityId: string }>('sheet'),
  record: page<{ activityId: string }>('record'),
  templates: page('templates'),
  /** What a branch does in a year. */
  yearPlan: page('plan'),
  roster: page('roster'),
  import: page('import'),
  person: page<{ memberId: string }>('person'),
  invite: page<{ memberId: string; name?: string; family?: true }>('invite'),
  inviteAll: page('invite-all'),
  joining: page<{ orgId?: string; name?: string }>('joining'),
  people: page('people'),
  posts: page('posts'),
  runPost: page<{ postId: string; done?: 'published' }>('post'),
  publishPost: page<{ from?: string }>('post-publish'),
  changePost: page<{ postId: string }>('post-change'),
  requestDesk: page<{ orgId?: string; lane?: string }>('requests'),
  teams: page<Organization>('teams'),
  volunteers: page('volunteers'),
  /** What members told of a task, for their secretary. */
  studyReports: page<{ taskId: string }>('study-reports'),
  /** A year's study, of a branch or of what stands below. */
  studyBoard: page<Organization>('study-board'),
  runCourses: page<Organization>('courses'),
  courseSeen: page<{ courseId: string }>('course-seen'),
  trainings: page<Organization>('trainings'),
  books: page('books'),
  loans: page('loans'),
  materials: page<Organization>('materials'),
  material: page<{ materialId: string }>('material'),
}
