import type { DateText } from '../../shared/operation'

/** The posts of a branch's committee. */
export const committeePosts = ['secretary', 'deputy', 'organization', 'publicity', 'discipline', 'study', 'life'] as const
export type CommitteePost = (typeof committeePosts)[number]

export const postWords: Readonly<Record<CommitteePost, string>> = {
  secretary: '书记',
  deputy: '副书记',
  organization: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  study: '学习委员',
  life: '生活委员',
}

/** Posts that one person alone holds; 学习委员 and 生活委员 may be several. */
export const singlePosts: readonly CommitteePost[] = ['secretary', 'deputy', 'organization', 'publicity', 'discipline']

/** Posts with which the office of the secretary comes: who holds one may do what the branch's secretary may. */
const leadingPosts = ['secretary', 'deputy'] as const
export type LeadingPost = (typeof leadingPosts)[number]
export const isLeading = (post: CommitteePost): post is LeadingPost => leadingPosts.some(one => one === post)

/** A post as a person holds it. One person may hold several. */
export interface Seat {
  memberId: string
  name: string
  post: CommitteePost
  since: DateText
}

/** 书记、组织委员: the posts of one person in the order of the committee. */
export const sayPosts = (posts: readonly CommitteePost[]): string =>
  committeePosts
    .filter(post => posts.includes(post))
    .map(post => postWords[post])
    .join('、')
