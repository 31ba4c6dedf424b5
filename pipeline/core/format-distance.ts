const METRES_A_KM = 1000;

/** `582 m`, `12.0 km`, `1,204.5 km`. */
export const formatDistance = (metres: number): string =>
  metres < METRES_A_KM
    ? `${metres} m`
    : `${(metres / METRES_A_KM).toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} km`;
