import { voiceWords } from '../../../../words/rooms/voice'
import { inRoom } from '../inRoom'
import { branch, board, surveys } from '../places'
import { about, known } from '../reader'

/** Who may read each page of votes and surveys. */
export const guarded = inRoom(voiceWords, {
  votes: known,
  vote: about('id', 'check', '一次投票', known),
  publishVote: board('发起投票'),
  rounds: known,
  round: about('id', 'talk', '一次金点子评选', known),
  openRound: board('组织金点子评选'),
  surveys: known,
  survey: about('id', 'edit', '一次不记名测评', known),
  surveyDesk: surveys,
  publishSurvey: surveys,
  surveyTeller: about('id', 'law', '监票人的钥匙', known),
  surveyResult: about('id', 'chart', '一次测评的结果', known),
  appraisalBallot: about('activityId', 'check', '一次民主测评', known),
  elections: known,
  election: about('activityId', 'done', '一次选举', known),
  electionPrepare: about('activityId', 'edit', '准备一次选举', branch),
  electionCount: about('id', 'edit', '一次选举的计票', known),
  electionBallot: about('id', 'check', '一次选举的选票', known),
  electionSeat: about('id', 'people', '新班子第一次会议', branch),
})
