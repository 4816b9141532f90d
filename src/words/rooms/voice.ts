import { NOTHING_LOST, UNCHANGED, type Lines, words } from '../words'
import { committees } from '../shared/committees'
import { reviews } from '../shared/reviews'
import type { RoomWords } from './room'

/** What is refused on pages of this subpackage alone. */
export const voiceLines = {
  ELECTION_NOT_HERE: { what: '选举要在支部党员大会上进行', kept: UNCHANGED, press: '请先发一次支部党员大会，再从那次会议里准备选举。' },
  ELECTION_NOT_NOW: { what: '这一步已经过去了，或者还没有到', kept: UNCHANGED, press: '请返回，看看选举进行到哪一步了。' },
  ELECTION_NOT_ELIGIBLE: {
    what: '有的人不能选在这里',
    kept: NOTHING_LOST,
    press: '候选人要是本支部正式党员；监票、计票、代写的人不能是候选人。请换一位。',
  },
  ELECTION_TOO_FEW_CANDIDATES: { what: '候选人少了', kept: NOTHING_LOST, press: '候选人要比名额多两成以上，请再选几位。' },
  ELECTION_INQUORATE: { what: '到会的人不够，还不能选举', kept: NOTHING_LOST, press: '请等够了人，或者改期再开。' },
  ELECTION_NOT_AGREED: { what: '发选票以前还有事没有办完', kept: UNCHANGED, press: '请先办完前面没有打勾的几项。' },
  ELECTION_COUNT_WRONG: { what: '票数对不上', kept: NOTHING_LOST, press: '每个人的赞成、不赞成、弃权加起来，要等于有效票。请核对。' },
  ELECTION_POST_NOT_CARRIED: { what: '书记或者副书记的票没有过半数', kept: NOTHING_LOST, press: '请核对票数；没有过半数的，要再选一次。' },
  BALLOTS_TOO_MANY: {
    what: '收回的票比发出的多，这次选举无效',
    kept: NOTHING_LOST,
    press: '请先再数一遍。数得没有错，请按“本轮作废，重新投票”。',
  },
  VOTE_NOMINATIONS_OVER: { what: '推荐已经截止了', kept: NOTHING_LOST, press: '请返回，看看投票。' },
  VOTE_NOT_OPEN: { what: '投票还没有开始', kept: NOTHING_LOST, press: '请等开始以后再投。' },
  VOTE_CLOSED: { what: '投票已经截止了', kept: '截止以前投的都算数。', press: '请返回，看看结果。' },
  VOTE_OPEN: { what: '投票还没有截止，现在不公布票数', kept: NOTHING_LOST, press: '请等截止以后再看。' },
  VOTE_NOT_ON_ROLL: { what: '投票开始的时候，名册里没有您', kept: NOTHING_LOST, press: '有疑问，请找支部书记。' },
  ROUND_JURY_ONLY: { what: '这里由评委打分', kept: NOTHING_LOST, press: '请返回。' },
  ROUND_CLOSED: { what: '打分已经截止了', kept: '截止以前打的分都算数。', press: '请返回，看看名次。' },
  ROUND_UNDER_WAY: { what: '评委还没有评完', kept: NOTHING_LOST, press: '请等评分截止以后再按。' },
  TICKET_TAKEN: {
    what: '您已经领过票了，票在先前那部手机里',
    kept: '一个人只有一张票，谁也不能再给一张。',
    press: '请用领票的那部手机接着填。那部手机丢了，票也就找不回来了，这一次就不能填了。',
  },
  SURVEY_OPEN: { what: '结果还没有出来', kept: '截止以前不公布任何数字。', press: '请等截止、点完票以后再来看。' },
  SURVEY_TOO_FEW: { what: '答的人不到五位，不出结果', kept: '人太少，会看出是谁填的。', press: '请返回。' },
  SURVEY_ENDED: { what: '已经截止了', kept: '截止以前送到的都算数。', press: '请返回，等着看结果。' },
  BALLOT_INVALID: { what: '这张票对不上，没有投进去', kept: NOTHING_LOST, press: '请返回，重新打开再投一次。' },
  BALLOT_SPENT: { what: '这张票已经投过了', kept: '先投的那一份算数。', press: '不用再投，请返回。' },
} as const satisfies Lines

/** All that its pages may be refused with. */
export const voiceWords: RoomWords = { ...words, ...committees, ...reviews, ...voiceLines }
