import type { Organization } from '../documents'

/** Where volunteers on no roster belong: an organization of its own, outside every committee's tree, so that no office covers it. */
export const VOLUNTEERS = 'volunteers'

export const volunteersHome: Organization = {
  _id: VOLUNTEERS,
  name: '志愿者',
  kind: 'organ',
  parentId: null,
  path: `/${VOLUNTEERS}/`,
  rosterVersion: 0,
  history: [],
}
