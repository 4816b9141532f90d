import * as z from 'zod'
import { operation, roles } from '../../shared/operation'
import { phoneInvalid, phoneShared } from '../../shared/refusals'
import { relations } from '../../shared/relations'
import { Id, InstantMs, Nothing, line, text } from '../../shared/schemas'

/** A member as the one who acts sees them: enough to greet and to choose. */
const Person = z.object({ memberId: Id, name: z.string(), branchId: Id, branchName: z.string(), groupName: z.string().optional() })
export type Person = z.infer<typeof Person>

const Grant = z.object({ role: z.enum(roles), orgId: Id, orgName: z.string() })

/** A code that binds one WeChat account, once. */
const Invitation = z.object({ inviteCode: z.string(), expiresAt: InstantMs })

const Relation = z.enum(relations)
const Helper = z.object({ bondId: Id, name: z.string(), relation: Relation, since: InstantMs, consent: z.string() })

/** What is held about a person, in the words of the roster. */
const Held = z.object({ field: z.string(), label: z.string(), value: z.string(), correctable: z.boolean() })

const forMemberId = Id.optional()

export const identity = {
  /** Who am I, what may I do, which elders may I act for. */
  'me.get': operation({
    who: 'anyone',
    input: Nothing,
    output: z.object({
      openid: z.string(),
      member: Person.nullable(),
      grants: z.array(Grant),
      actingFor: z.array(Person.extend({ relation: Relation })),
      privacyAgreed: z.boolean(),
      unreadMessages: z.int(),
      /** The hour by our clock: telephones set theirs wrong. */
      now: InstantMs,
    }),
  }),
  /** Binds this WeChat account by an invitation: to oneself, or as a family helper, as the invitation says. */
  'me.bind': operation({
    who: 'anyone',
    input: z.object({ inviteCode: z.string().max(32) }),
    output: z.object({ memberId: Id }),
    errors: ['INVITE_INVALID', 'ALREADY_BOUND'],
  }),
  /**
   * Makes a volunteer of a person on no roster, known by the phone number that WeChat verifies; a number on a roster binds to its
   * member instead. PHONE_SHARED: several members have this number and none of them that name.
   */
  'me.register': operation({
    who: 'anyone',
    input: z.object({ name: line(20), phoneCode: z.string().min(1).max(128) }),
    output: z.object({ memberId: Id }),
    errors: ['PHONE_CODE_INVALID', phoneShared, 'ALREADY_BOUND'],
  }),
  /** Binds by WeChat's verified phone number; where several members share it, asks for one's name. */
  'me.bindByPhone': operation({
    who: 'anyone',
    input: z.object({ phoneCode: z.string().min(1).max(128).optional(), name: line(20).optional() }),
    output: z.object({ memberId: Id }),
    errors: ['PHONE_CODE_INVALID', 'PHONE_UNKNOWN', phoneShared, 'ALREADY_BOUND'],
  }),
  /** Ends the bond of this account with oneself or with an elder one helps. */
  'me.unbind': operation({ who: 'anyone', input: z.object({ memberId: Id }), output: Nothing }),
  /** Agrees to the privacy notice of that version. */
  'me.agree': operation({ who: 'anyone', input: z.object({ version: z.string().min(1).max(20) }), output: Nothing }),
  /** Everything held about the person. */
  'me.data': operation({
    who: 'member',
    input: z.object({ forMemberId }),
    output: z.object({ held: z.array(Held), helpers: z.array(Helper) }),
  }),
  /** Corrects what a person knows best about themselves. */
  'me.correct': operation({
    who: 'member',
    input: z.object({
      forMemberId,
      phones: z.array(z.string().max(30)).max(5).optional(),
      residence: text(100).optional(),
      emergencyName: text(20).optional(),
      emergencyPhones: z.array(z.string().max(30)).max(5).optional(),
      skills: z.array(line(20)).max(20).optional(),
    }),
    output: Nothing,
    errors: [phoneInvalid],
  }),
  /** Withdraws: the account, its helpers and optional facts go; the branch keeps the roster row it must keep. Open to all, so that a repeat is answered alike. */
  'me.withdraw': operation({ kept: true, who: 'anyone', input: Nothing, output: z.object({ kept: z.array(z.string()) }) }),
  /** An elder lets a family member act for them. */
  'family.invite': operation({ who: 'self', input: z.object({ name: line(20), relation: Relation }), output: Invitation }),
  /** The secretary invites a family helper; how the elder agreed is kept. */
  'family.inviteFor': operation({
    ranked: 'over',
    who: ['secretary'],
    of: 'memberId',
    input: z.object({ memberId: Id, name: line(20), relation: Relation, consent: line(100) }),
    output: Invitation,
  }),
  /** Ends a family helper's bond, by the elder. */
  'family.end': operation({ who: 'member', input: z.object({ bondId: Id }), output: Nothing }),
} as const
