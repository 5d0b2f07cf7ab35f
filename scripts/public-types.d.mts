export declare function keepPublicTypes(folder: string): void;
