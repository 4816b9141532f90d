import type { CollectionName } from '../kernel/documents'

interface Index {
  name: string
  keys: readonly { field: string; order: 1 | -1 | '2dsphere' }[]
  unique?: boolean
}

const by = (name: string, ...fields: string[]): Index => ({ name, keys: fields.map(field => ({ field, order: 1 })) })

/**
 * Every collection and index there is; the build writes them to `dist/cloud/collections.json`, which the local cloud enforces and the deployment creates.
 * A query that none of these serves is refused on a laptop, so that no scan reaches the cloud.
 */
export const collections: Record<CollectionName, readonly Index[]> = {
  accounts: [by('people', 'people')],
  organizations: [{ ...by('name-within-parent', 'parentId', 'name'), unique: true }, by('path', 'path')],
  members: [
    by('branch', 'branchId', '_id'),
    by('phone', 'phones'),
    by('card', 'cardCode'),
    by('officers', 'grants.orgId'),
    by('affiliates', 'affiliates.branchId', '_id'),
    by('path', 'path', '_id'),
    by('name', 'branchId', 'name', '_id'),
    by('helping', 'branchId', 'helping.kinds'),
    {
      name: 'near',
      keys: [
        { field: 'helping.kinds', order: 1 },
        { field: 'home', order: '2dsphere' },
      ],
    },
  ],
  activities: [by('branch-start', 'branchId', 'startsAt', '_id'), by('signed-up', 'signups.memberId', 'endsAt'), by('moves', 'movesDue')],
  attendance: [by('activity', 'activityId', '_id'), by('member', 'memberId', 'at')],
  'attendance-conflicts': [by('activity', 'activityId', '_id')],
  receipts: [by('activity', 'activityId', '_id'), by('member', 'memberId', 'at')],
  messages: [by('member', 'memberId', 'at', '_id'), by('unread', 'memberId', 'read'), by('push', 'push', 'at')],
  invites: [by('member', 'memberId'), { ...by('code', 'code'), unique: true }, by('expires', 'expiresAt')],
  templates: [by('branch', 'branchId', '_id'), by('notice', 'noticeDate', '_id')],
  'roster-previews': [by('created', 'createdAt')],
  progress: [by('at', 'at')],
  audit: [by('whose', 'memberId', 'at')],
  limits: [by('until', 'until')],
  posts: [
    by('branch', 'branchId', 'endsAt', '_id'),
    by('queue', 'queue.memberId', 'endsAt', '_id'),
    by('offered', 'queue.offer.to', 'endsAt'),
    by('look', 'lookAt'),
    by('card', 'cardDue'),
  ],
  services: [by('post', 'postId', '_id'), by('member', 'memberId', '_id')],
  'post-feedback': [by('post', 'postId', '_id')],
  requests: [
    by('due', 'nextDueAt', '_id'),
    { ...by('sameness', 'sameness'), unique: true },
    by('elder', 'memberId', 'raisedAt', '_id'),
    by('concerned', 'concerned', 'open', 'rank', '_id'),
    by('owner', 'owner.memberId', 'open'),
    by('desk', 'desks', 'rank', '_id'),
    by('rows', 'scopes', 'month', 'raisedAt', '_id'),
    by('risk', 'scopes', 'month', 'risk', 'raisedAt', '_id'),
    by('signs', 'visitSigns.at'),
  ],
  teams: [by('organization', 'orgId', 'kinds'), by('below', 'path'), { name: 'near', keys: [{ field: 'point', order: '2dsphere' }] }],
  'dispatch-settings': [],
  visits: [
    by('branch', 'branchId', 'year', '_id'),
    by('due', 'scopes', 'closes', '_id'),
    by('season', 'scopes', 'season', 'state', '_id'),
    by('assignee', 'assigneeId', 'state', 'closes', '_id'),
    by('elder', 'memberId', 'closes', '_id'),
    by('seen', 'memberId', 'state', 'record.at', '_id'),
    by('tell', 'tellAt'),
    by('settle', 'settleAt'),
    by('signs', 'visitSigns.at'),
  ],
  'visit-plans': [by('branch', 'branchId', 'year'), by('due', 'due'), by('warn', 'warnAt')],
  'visit-rounds': [],
  'visit-settings': [],
  'calendar-overrides': [],
  celebrations: [
    by('branch', 'branchId', 'on', '_id'),
    by('of-branch', 'branchId', '_id'),
    by('member', 'memberId', 'kind', 'on'),
    by('due', 'due'),
  ],
  'celebration-plans': [by('due', 'due')],
  'public-cards': [by('codes', 'codes')],
  rollups: [
    by('due', 'due'),
    by('below', 'parentId', 'topic', 'period', '_id'),
    by('most-below', 'parentId', 'topic', 'period', 'worry', '_id'),
    by('most-within', 'scopes', 'topic', 'period', 'worry', '_id'),
  ],
  'rollup-drift': [by('within', 'scopes', 'date')],
  'rollup-nights': [],
  'care-contacts': [by('due', 'lists', 'rank', '_id'), by('branch', 'branchId', '_id'), by('look', 'lookAt', '_id')],
  'care-log': [by('member', 'memberId', 'at', '_id'), by('signs', 'visitSigns.at')],
  'care-plans': [by('due', 'due'), by('path', 'path')],
  'care-settings': [],
  caseloads: [by('elders', 'elders.memberId'), by('due', 'due')],
  'pairing-history': [by('elder', 'memberId', 'until', '_id'), by('helper', 'helperId', 'until', '_id')],
  partners: [by('branch', 'branchId', '_id')],
  benefits: [],
  aftercare: [
    by('list', 'lists', 'markedAt', '_id'),
    by('open', 'lists', 'open'),
    by('steps', 'checklist.whoId', 'open'),
    by('due', 'dueAt'),
    by('remind', 'remindAt'),
  ],
}
