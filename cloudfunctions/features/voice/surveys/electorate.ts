import { electorate } from '../ballots/public'

/** To a survey all are invited who belong where it is held. */
export const surveyElectorate = electorate('survey', () => true)
