import { useCall } from '#renderer/client/queries.ts';
import { type Approach, type Offers, offersOf } from '#shared/model/approach.ts';

/** How the open study does thematic analysis; reflexive until it is known. */
export const useApproach = (): Approach =>
  useCall('project.state', {}).data?.project?.approach ?? 'reflexive';

/** What the app offers to the open study. */
export const useOffers = (): Offers => offersOf(useApproach());
