import type { Post } from '../documents'

export const headOf = (post: Post) => ({
  postId: post._id,
  orgId: post.orgId,
  orgName: post.orgName,
  kind: post.kind,
  title: post.title,
  place: post.place,
  audience: post.audience,
  state: post.state,
})
