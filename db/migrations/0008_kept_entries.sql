ALTER TABLE `lines` ADD `kept_until` integer;--> statement-breakpoint
CREATE INDEX `lines_kept` ON `lines` (`kept_until`) WHERE kept_until is not null;