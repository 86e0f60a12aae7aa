# unit.mk
