package org.jiheng.app.project;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a project of rural revitalisation (衔接资金) says besides (DOMAIN 9.2).
 *
 * @param libraryNumber number in the library of such projects
 * @param liftedPeople 脱贫人口 among the people it serves
 * @param monitoredPeople 监测对象 among them
 * @param industryShare share for industry, in percent, two decimals
 * @param assets what was registered as assets
 * @param platformLink identifier in the funds' own monitoring platform
 */
public record RuralEntry(
    String township, String village, String libraryNumber, Optional<Integer> households, Optional<Integer> people,
    Optional<Integer> liftedPeople, Optional<Integer> monitoredPeople, Optional<BigDecimal> industryShare, String assets, String platformLink) {}
