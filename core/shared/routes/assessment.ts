import { pagesIn, type Organization } from './page'

const page = pagesIn('assessment')

/** Assessments, remedies, debriefs, brands, homes. */
export const assessment = {
  /** 问题、目标、整改: of an organization, one of them, a new one or a change of one, those the reader has to put right. */
  remedies: page<Organization & { state?: string }>('remedies'),
  remedy: page<{ id: string }>('remedy'),
  saveRemedy: page<Organization & { id?: string }>('remedy-save'),
  myRemedies: page('my-remedies'),
  /** 述职: of one branch and year, its writing, those of an organization. */
  debrief: page<{ branchId: string; year?: number }>('debrief'),
  writeDebrief: page<{ branchId: string; year?: number }>('debrief-write'),
  debriefs: page<Organization & { year?: number }>('debriefs'),
  /** 品牌和项目: a branch's own, the writing of one, those of the district, one of them. */
  brands: page<Organization>('brands'),
  saveBrand: page<{ kind?: string }>('brand-save'),
  brandGallery: page('gallery'),
  brand: page<{ id: string }>('brand'),
  /** 老党员之家: those of an organization, one of them, a new one. */
  partyHomes: page<Organization>('homes'),
  partyHome: page<{ id: string }>('home'),
  savePartyHome: page<Organization & { id?: string }>('home-save'),
  /** Rounds that concern a place; a branch's sheet in one; what a visit finds; the map of a round; its branches; who was named. */
  assessments: page<Organization>('rounds'),
  assessmentSheet: page<{ roundId: string } & Organization>('sheet'),
  assessmentVisit: page<{ roundId: string } & Organization>('visit'),
  assessmentMap: page<{ roundId: string } & Organization>('map'),
  assessmentBranches: page<{ roundId: string; band?: string } & Organization>('branches'),
  /** Where the branches of a year stand: what a board counts. */
  assessmentYear: page<Organization & { year?: number }>('year'),
  assessmentNamed: page<{ roundId: string } & Organization>('named'),
  award: page<{ roundId: string } & Organization>('award'),
  openAssessment: page<Organization>('open'),
  assessmentTemplates: page<Organization>('templates'),
  assessmentTemplate: page<{ templateId?: string } & Organization>('template'),
}
