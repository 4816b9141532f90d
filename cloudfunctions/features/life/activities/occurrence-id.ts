/** The activity that a template publishes in a month: one for each, so that a change which comes while it is published brings no second. */
export const occurrenceId = (templateId: string, month: string): string => `${templateId}-${month}`
