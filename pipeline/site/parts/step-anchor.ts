/** The id of the first row at a place in the tables of the map page, to which the map leads. */
export const stepAnchor = (hasDate: boolean, placeId: string) => `${hasDate ? "dated" : "undated"}-${placeId}`;
