import { pagesIn, type Organization } from './page'

const page = pagesIn('voice')

/** Votes, surveys, elections. */
export const voice = {
  /** 评选投票: those I am invited to, or those of an organization; one of them; a new one; what came of it. */
  votes: page<Organization>('votes'),
  vote: page<{ id: string }>('vote'),
  publishVote: page<Organization>('vote-publish'),
  /** 金点子评选: those in which I am a juror, or those of an organization; one of them; a new one. */
  rounds: page<Organization>('rounds'),
  round: page<{ id: string }>('round'),
  openRound: page<Organization>('round-open'),
  /** 民主测评 of a review on phones: to fill in, and for its secretary to open and count. */
  appraisalBallot: page<{ activityId: string }>('appraisal'),
  /** Votes on a branch's committee (P04): all of them; the one of a meeting, or a round of it; what is prepared, counted, decided afterwards. */
  elections: page<Organization>('elections'),
  election: page<{ activityId: string; id?: string }>('election'),
  electionPrepare: page<{ activityId: string }>('election-prepare'),
  electionCount: page<{ id: string }>('election-count'),
  electionBallot: page<{ id: string }>('election-ballot'),
  electionSeat: page<{ id: string }>('election-seat'),
  /** Anonymous surveys (P51): the own ones, one of them, those of an organization, a new one, and what a teller does. */
  surveys: page('surveys'),
  survey: page<{ id: string }>('survey'),
  surveyDesk: page<Organization>('survey-desk'),
  publishSurvey: page<Organization>('survey-new'),
  surveyTeller: page<{ id: string }>('survey-teller'),
  surveyResult: page<{ id: string }>('survey-result'),
}
