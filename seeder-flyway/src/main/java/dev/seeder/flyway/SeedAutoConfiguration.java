package dev.seeder.flyway;

import dev.seeder.Seed;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Hands the seeds that are beans to Flyway, in Spring Boot 3 and 4, whose interfaces for that
 * differ by their packages alone.
 */
@AutoConfiguration
@ConditionalOnClass(FluentConfiguration.class)
class SeedAutoConfiguration {

  /** Lets Spring make a seed when Flyway asks for it, and not at all where Flyway does not run. */
  @Bean
  static BeanFactoryPostProcessor lazySeeds() {
    return factory -> {
      for (String name : factory.getBeanNamesForType(Seed.class, true, false)) {
        if (factory.containsBeanDefinition(name)) {
          factory.getBeanDefinition(name).setLazyInit(true);
        }
      }
    };
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = "org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer")
  static class Boot3 {

    @Bean
    org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer seedsForFlyway(
        ObjectProvider<Seed> seeds, Environment environment) {
      return new SpringSeeds(seeds, environment)::addTo;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = "org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer")
  static class Boot4 {

    @Bean
    org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer seedsForFlyway(
        ObjectProvider<Seed> seeds, Environment environment) {
      return new SpringSeeds(seeds, environment)::addTo;
    }
  }
}
