import type { Organization } from '../../cloudfunctions/features/people/documents'
import type { BallotBox } from '../../cloudfunctions/features/voice/ballots/documents'
import type { Survey } from '../../cloudfunctions/features/voice/surveys/documents'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import { asked } from '../../core/voice/surveys/rules'
import type { Seed } from './shape'

const DAY = 24 * 3_600_000
/** The public half of a key whose private half was thrown away, as those of closed boxes are. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvOkqWkGP7qoVVfQvoCPEwDAYJQt941mBLDMOZLPD2gX5QOdV/2WY7S7OWOo2D9lR17SQp0we0n1Z9r05KIwkb41RDAZO2ZTsdA4Zmpd9e11S2qlNR5hjpcFdf6EnaPRKq7qRF/7NcwWEoRFrV+/bcCFpFAwAbg3peVb35ZVRyieB1RzQ4INz8gRute6S3RSJ8UtcZq++EeYe2jGC6oHugpwv0Eh2a1bAYwHcQcsx6cx6nGMi2G9baVnKEXLBHWPYyS+qm2FV3DPO/ywGXHPGmFkqn7j6jxxLpSukxr6Tk5CepSF/Y4PuyvUaT78PVE+7pjcHmzJPvSSEZazOY+j92QIDAQAB'

/** A survey of last month that was counted: its questions, its totals, what was written. */
export const demoSurveys = (branch: Organization, by: Actor, now: Instant): Seed => {
  const place = { orgId: branch._id, path: branch.path }
  const questions: Survey['questions'] = [
    { text: '您对支部今年的工作满意吗？', kind: 'grade' },
    { text: '明年您最想参加什么？', kind: 'choice', options: ['读书会', '参观', '文艺活动', '志愿服务'] },
    { text: '您还想对支部说什么？', kind: 'text' },
  ]
  const closesAt = now - 20 * DAY
  const survey: Survey = {
    ...{ _id: 'demo-survey', ...place, orgName: branch.name, scopes: scopesOf(branch.path), title: '支部工作满意度', questions, closesAt },
    ...{ tellers: [], state: 'counted', createdBy: by, createdAt: closesAt - 7 * DAY, code: '', counts: [], acts: [], version: 2 },
    result: {
      ...{ answers: 52, invalid: 0, tickets: 54, crossed: [] },
      questions: [
        { counts: [0, 1, 6, 21, 23], none: 1 },
        { counts: [14, 19, 9, 8], none: 2 },
        { texts: ['送学上门好，希望多来几回。', '活动室冬天冷，早点开暖气。', '谢谢结对的年轻同志。'], none: 49 },
      ],
    },
  }
  const box: BallotBox = {
    ...{ _id: survey._id, kind: 'survey', ...place, questions: asked(questions), tellers: [], publicKey: PUBLIC_KEY },
    ...{ state: 'closed', closesAt, round: 'demo', tickets: 54, ballots: 52 },
  }
  return { surveys: [survey], 'ballot-boxes': [box] }
}
