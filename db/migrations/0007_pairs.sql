ALTER TABLE `hits` ADD `compared_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The schema files cannot say this: what was hit before was compared with the version it was hit on.
UPDATE `hits` SET `compared_version` = `subject_version`;
