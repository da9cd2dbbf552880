package org.jiheng.ui.project;

import org.jiheng.app.budget.Gates;
import org.jiheng.app.budget.PriorResults;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ProjectDecisions;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectMoney;

/** Where the page of a project asks. */
record ProjectRooms(ProjectLibrary library, ProjectMoney money, ProjectDecisions decisions, Industries industries, PriorResults before,
    Gates gates) {}
