CREATE TABLE `policies` (
	`version` text PRIMARY KEY NOT NULL,
	`offences` text NOT NULL,
	`policy` text NOT NULL,
	`in_force_from` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer
);
